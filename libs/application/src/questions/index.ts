export { question, questionList, questions, type ListedQuestion } from './ask-question';
